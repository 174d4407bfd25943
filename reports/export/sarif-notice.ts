import { nameOf } from './sarif-rule.ts';
import type { Statement } from './statement.ts';
import { fullMessage } from './statement.ts';

/** What a notification may be about. */
const notices = {
  unknown: 'Could not be judged: it neither passed nor failed',
  manual: 'A person has to look at it',
  accepted: 'Failed, and somebody accepted it',
  incomplete: 'The run is not complete',
  unread: 'Something could not be read',
  skipped: 'A region was not looked at',
  'not-applicable': 'Resources to which a check does not apply',
  'left-out': 'There was no room for it',
  counts: 'How many findings there are',
} as const;
type Notice = keyof typeof notices;

/** As the tool declares them. */
export const descriptors = Object.entries(notices).map(([id, what]) => {
  const text = `${what}.`;
  return {
    id,
    // A name that is the id but for capitals says nothing: SARIF1001.
    name: `Notice${nameOf(id)}`,
    shortDescription: { text },
    fullDescription: { text },
    help: { text, markdown: text },
  };
});

/** Where a finding stands: a file that does not exist, for each account, region and service. */
export const locationOf = ({ place, resource }: Statement) => ({
  physicalLocation: { artifactLocation: { uri: place }, region: { startLine: 1 } },
  logicalLocations: [{ name: resource.name, fullyQualifiedName: resource.arn, kind: 'resource' }],
});

/** What is said of a finding that did not fail. */
export function noticeFor(statement: Statement, index: ReadonlyMap<string, number>) {
  const { verdict, finding } = statement;
  const id = verdict === 'unknown' || verdict === 'manual' ? verdict : 'accepted';
  return {
    ...noticeOf(id, id === 'unknown' ? 'warning' : 'note', fullMessage(statement), index, finding.check),
    locations: [locationOf(statement)],
    properties: { fingerprint: finding.fingerprint },
  };
}

/** A notification of the run, about a check where it is about one. */
export function noticeOf(
  id: Notice,
  level: 'error' | 'warning' | 'note',
  text: string,
  index?: ReadonlyMap<string, number>,
  check?: string,
) {
  const at = check === undefined ? undefined : index?.get(check);
  return {
    descriptor: { id, index: descriptors.findIndex((each) => each.id === id) },
    ...(check === undefined || at === undefined ? {} : { associatedRule: { id: check, index: at } }),
    level,
    message: { text },
  };
}
