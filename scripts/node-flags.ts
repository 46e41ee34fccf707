/**
 * How Node is started for a load, here as in `package.json`, in the command's first line and in `scripts/deploy/`. Texts of
 * a chunk outlive a young generation of 4 MB; left to grow as it likes, the old one holds four times what is alive.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=16', '--heap-growing-percent=100'];
