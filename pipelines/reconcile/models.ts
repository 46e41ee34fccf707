/** Which model a run weighs with: the one asked for, the current one, or one that is trained now because there is none. */
import { ConfigurationError } from '../../core/errors.ts';
import { hashText } from '../../core/ids.ts';
import type { Client, Database } from '../../database/connection.ts';
import {
  findCurrentModel,
  findModel,
  readModels,
  storeModel,
  type StoredModel,
} from '../../database/identity/models.ts';
import type { EntityModel } from '../../reconcile/model/model.ts';
import type { TrainedModel } from '../../reconcile/model/trained.ts';
import { enterpriseModel } from '../../reconcile/models/enterprise.ts';
import { expertModel } from '../../reconcile/models/expert.ts';
import { enterpriseStandard } from '../../reconcile/standardise/enterprise-record.ts';
import { expertStandard } from '../../reconcile/standardise/expert-record.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import type { Matching } from './options.ts';

/** Kinds whose pairs are weighed by a trained model. Matters are linked by rules. */
export type MatchedKind = Exclude<EntityKind, 'matter'>;

export const MATCHINGS: Readonly<Record<MatchedKind, Matching>> = {
  expert: { model: expertModel, standard: expertStandard },
  enterprise: { model: enterpriseModel, standard: enterpriseStandard },
};

export interface ChosenModel {
  readonly stored: StoredModel;
  readonly trained: TrainedModel;
}

const toChosen = (stored: StoredModel): ChosenModel => ({ stored, trained: stored.parameters as TrainedModel });

export interface ModelChoice {
  readonly kind: EntityKind;
  readonly version: number | undefined;
  readonly effect: 'apply' | 'what-if';
}

/** @returns null where there is no model yet. A what-if without a version tries the newest draft. */
export async function chooseModel(
  database: Database,
  { kind, version, effect }: ModelChoice,
): Promise<ChosenModel | null> {
  if (version !== undefined) {
    const stored = await findModel(database, kind, version);
    if (stored) return toChosen(stored);
    const known = (await readModels(database, kind)).map((model) => model.version).toSorted((a, b) => a - b);
    throw new ConfigurationError(`没有版本为 ${version} 的模型 / no model has version ${version}`, {
      next: `可用的版本 / versions: ${known.join(', ') || '–'}`,
    });
  }
  if (effect === 'what-if') {
    const [newest] = await readModels(database, kind);
    if (newest) return toChosen(newest);
  }
  const current = await findCurrentModel(database, kind);
  return current ? toChosen(current) : null;
}

/** @returns the stored model; one of the very same numbers is not stored twice. */
export async function keepModel(
  client: Client,
  { kind, model, madeBy }: { readonly kind: EntityKind; readonly model: EntityModel; readonly madeBy: string },
  trained: TrainedModel,
): Promise<ChosenModel> {
  const fingerprint = hashText(JSON.stringify([model, trained]));
  return toChosen(await storeModel(client, { kind, definition: model, parameters: trained, fingerprint, madeBy }));
}
