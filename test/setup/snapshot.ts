/** What the target says about the data, for suites. */
export { takeSnapshot, type Snapshot } from '../../scripts/faults/snapshot.ts';
