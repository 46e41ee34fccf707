/** How each system's demo delivery is read: as its declaration suggests, below the directory the demo was written to. */
import type { SystemDeclaration } from '../../pipelines/system.ts';

export interface DemoDelivery {
  readonly connector: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

export function demoDelivery({ suggested }: SystemDeclaration): DemoDelivery {
  const settings = JSON.stringify(suggested.settings).replaceAll('./data/', './');
  return { connector: suggested.connector, settings: JSON.parse(settings) as DemoDelivery['settings'] };
}
