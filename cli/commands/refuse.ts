/** `ggzy refuse`: what a guard holds stays out, with a name and a reason. */
import type { Command } from 'commander';
import type { Shell } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { decideHolds, readDecision, type DecisionOptions } from '../hold-decision.ts';

export function addRefuse(program: Command, { say, run }: Shell): void {
  program
    .command('refuse')
    .description(say('拒绝被暂停的内容，保持现状', 'keep out what a guard holds'))
    .argument('<hold...>', say('名称，见 ggzy holds', 'names, see ggzy holds'))
    .requiredOption('--as <name>', say('决定人', 'who decides'))
    .requiredOption('--reason <text>', say('理由', 'why'))
    .action((names: string[], options: DecisionOptions) =>
      run(async (context) => {
        const decision = readDecision(options, context);
        await decideHolds(context, names, { ...decision, verdict: 'refused' });
        context.printJson({ refused: names, ...decision });
        return EXIT.balanced;
      }),
    );
}
