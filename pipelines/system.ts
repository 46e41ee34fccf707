/** One centre: its mappings and what is expected of it. How it is read stands in the settings. */
import type { Mapping } from '../mappings/mapping.ts';

export interface SystemDeclaration {
  /** As the interface documents write it. */
  readonly system: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Identifies the system in national uploads; empty where it sends nothing of its own. */
  readonly platformCode: string;
  /** Parents before children: streams run in this order. */
  readonly mappings: readonly Mapping[];
  /** Above this share of vanished keys a complete delivery is not believed. */
  readonly vanishLimit: number;
  /** Suggested connector for `ggzy init`. */
  readonly suggested: { readonly connector: string; readonly settings: Readonly<Record<string, unknown>> };
}
