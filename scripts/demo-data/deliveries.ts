/** How each system's demo delivery is read: as its declaration suggests, below the directory the demo was written to. */
import { CENTRES } from '../../pipelines/registry.ts';
import type { SystemDeclaration } from '../../pipelines/system.ts';

export interface DemoDelivery {
  readonly connector: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

export function demoDelivery({ suggested }: SystemDeclaration): DemoDelivery {
  const settings = JSON.stringify(suggested.settings).replaceAll('./data/', './');
  return { connector: suggested.connector, settings: JSON.parse(settings) as DemoDelivery['settings'] };
}

/**
 * `systems` of a `ggzy.yaml` that reads the demo of all centres.
 * @param otherwise deliveries that take the place of those the declarations suggest, by system.
 */
export function demoSystems(otherwise: Readonly<Record<string, DemoDelivery>> = {}): Readonly<Record<string, unknown>> {
  const systems = CENTRES.map((declaration) => {
    const { connector, settings } = otherwise[declaration.system] ?? demoDelivery(declaration);
    return [declaration.system, { connector, ...settings }] as const;
  });
  return Object.fromEntries(systems);
}
