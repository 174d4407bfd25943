import type { Account } from '../iam/graph/types.ts';
import { statementName } from '../iam/statement.ts';
import { escapeText, toJson } from '../text/escape.ts';
import { type Answer, layerNames } from './can-answer.ts';

/** What was asked. */
interface Asked {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** The policy of the resource with the reason why it was not read. */
  readonly missing: readonly string[];
}

/** An answer for people. */
export function* textOf(
  { principal, action, resource, missing, ...decision }: Answer & Asked,
  controls: Account['controls'],
): Generator<string> {
  yield `${decision.verdict.toUpperCase()}  ${escapeText(decision.reason)}\n\n  ${escapeText(principal)}\n  ${action}\n  ${escapeText(resource)}\n\n`;
  const width = Math.max(...Object.values(layerNames).map(({ length }) => length));
  for (const { layer, verdict, statements, source: from } of decision.layers) {
    const source = layer === 'scp' ? controls?.scps : layer === 'rcp' ? controls?.rcps : undefined;
    const why =
      layer === 'resource' && missing[0] !== undefined
        ? `: ${missing[0]}`
        : source?.source === 'unknown'
          ? `: ${source.reason}`
          : (source?.source === 'collected' || source?.source === 'stated') && source.none !== undefined
            ? `: ${source.none}`
            : '';
    const said = `${decision.unread.includes(layer) && verdict !== 'denied' ? 'not read' : verdict}${from === 'stated' ? ' (stated)' : ''}${why}`;
    const by = statements.map((one) => escapeText(`${one.effect} in ${one.policy} (${statementName(one)})`)).join('; ');
    yield `  ${layerNames[layer].padEnd(width)}  ${said}${by === '' ? '' : `: ${by}`}\n`;
  }
  for (const { operator, key, values, reason } of decision.open) {
    yield `\n  open: ${escapeText(`${operator} ${key} ${values.join(', ')}`)}${reason === 'operator' ? ' (an operator that is not known)' : ''}`;
  }
  for (const [key, values] of Object.entries(decision.assumed)) {
    yield `\n  needs: ${escapeText(values.length === 0 ? `${key} left out` : `${key} = ${values.join(', ')}`)}`;
  }
  if (decision.open.length > 0 || Object.keys(decision.assumed).length > 0) yield '\n';
  if (decision.statements.length > 0) yield '\nDeciding statements\n';
  for (const one of decision.statements.slice(0, 5)) {
    yield `\n  ${escapeText(`${one.policy} (${statementName(one)})`)}\n${toJson(one.json, 2)
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n')}\n`;
  }
}
