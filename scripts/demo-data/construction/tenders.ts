/** What the construction centre's tables of one tender share. */
import type { SharedWork } from '../world/shared.ts';
import type { Row } from '../types.ts';

export interface Section {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** Whole yuan. */
  readonly estimate: number;
  readonly opened: number;
  readonly days: number;
  readonly status: string;
  readonly row: Row;
}

export interface Tender {
  readonly id: string;
  readonly number: string;
  readonly work: SharedWork;
  readonly row: Row;
}
