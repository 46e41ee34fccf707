/** 国资委国有产权交易中心: every stream. */
import type { Mapping } from '../mapping.ts';
import { deals, directory } from './deals.ts';
import { assetListings, equityListings } from './listings.ts';

export const stateassetsMappings: readonly Mapping[] = [directory, assetListings, equityListings, deals];
