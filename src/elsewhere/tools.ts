import { inflateRawSync } from 'node:zlib';
import { type Tool, advisorName } from './names.ts';
import { packed } from './same-rows.ts';

/** Ids of the catalogue's controls, with blanks between, by the name of a tool and what it calls them. */
const controlsByName = JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8')) as Readonly<
  Record<Tool, Readonly<Record<string, string>>>
>;

/** How a name is looked up: Trusted Advisor's are sentences, which people write with other capitals and blanks. */
const keyOf: Readonly<Record<Tool, (name: string) => string>> = {
  // Prowler still takes the names of its checks of Lambda as they were: https://docs.prowler.com/user-guide/cli/tutorials/mutelist
  prowler: (name) => name.replace(/^lambda_/, 'awslambda_'),
  securityhub: (name) => controlId(name).toLowerCase(),
  cloudsploit: (name) => name.replace(/(?:\.spec)?\.js$/, '').toLowerCase(),
  trustedadvisor: advisorName,
};

/**
 * The id of a control of Security Hub in what its exports and APIs write: `S3.1`, `[S3.1] S3 general purpose buckets …`,
 * `arn:aws:securityhub:eu-west-1:111122223333:security-control/S3.1`, `aws-foundational-security-best-practices/v/1.0.0/S3.1`.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html
 */
function controlId(name: string): string {
  const [, bracketed] = /^\[([A-Za-z0-9]+\.\d+)\]/.exec(name) ?? [];
  const [, last] = /\/([A-Za-z0-9]+\.\d+)$/.exec(name) ?? [];
  return bracketed ?? last ?? name;
}

const indexes = new Map<Tool, ReadonlyMap<string, readonly string[]>>();

function indexOf(tool: Tool): ReadonlyMap<string, readonly string[]> {
  let index = indexes.get(tool);
  if (index === undefined) {
    const found = new Map<string, string[]>();
    for (const [name, ids] of Object.entries(controlsByName[tool])) {
      const key = keyOf[tool](name);
      found.set(key, [...(found.get(key) ?? []), ...ids.split(' ')]);
    }
    indexes.set(tool, (index = found));
  }
  return index;
}

/** Ids of the catalogue's controls that another tool's name stands for, live or not; none where it knows none. */
export const controlsOf = (tool: Tool, name: string): readonly string[] =>
  indexOf(tool).get(keyOf[tool](name.trim())) ?? [];

/** Every name of a tool that the catalogue knows, as the tool writes it. */
export const namesOf = (tool: Tool): readonly string[] => Object.keys(controlsByName[tool]);

/** The names that other tools have for our controls: the reverse of `controlsOf`. Made once. */
export function namesElsewhere(): (control: string) => readonly string[] {
  const names = new Map<string, Set<string>>();
  for (const own of Object.values(controlsByName))
    for (const [name, ids] of Object.entries(own))
      for (const id of ids.split(' ')) {
        const known = names.get(id);
        if (known === undefined) names.set(id, new Set([name]));
        else known.add(name);
      }
  return (control) => [...(names.get(control) ?? [])];
}
