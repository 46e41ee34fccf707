/** Which record a line speaks of. What a key holds is known where streams are declared; who publishes is told. */
import type { Row } from '../database/connection.ts';

/** @param row with `system`, `stream` and `source_key`. @returns the key as it may be shown. */
export type ShowKey = (row: Row) => string;
