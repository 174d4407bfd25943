import type { Evidence, FindingResource } from './finding.ts';

type About = Pick<FindingResource, 'id' | 'arn' | 'name'>;

/** When something was read and what was asked, a line each, with the resource's own id, ARN and name filled in. */
export function askedLines({ asked }: Evidence, resource: About): string[] {
  if (asked === undefined) return ['the snapshot does not hold when it was read and with which parameters'];
  const { from, to, requests } = asked;
  return [
    from === to ? `read at ${from}` : `read between ${from} and ${to}`,
    ...requests.map(
      ({ operation, regions, parameters }) =>
        `${operation} in ${regions.join(', ')}${Object.keys(parameters).length === 0 ? '' : ` with ${filled(parameters, resource)}`}`,
    ),
  ];
}

const filled = (parameters: object, resource: About): string =>
  JSON.stringify(parameters, (_, value: unknown) =>
    value === '{id}' ? resource.id : value === '{arn}' ? resource.arn : value === '{name}' ? resource.name : value,
  );
