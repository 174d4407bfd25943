import type { ClassifiedBy } from '../../engine/check.ts';
import { indexOf } from './lookup.ts';
import { openGroup } from './open-group.ts';
import type { OpenQuestion } from './open-group.ts';
import { portService, servicesAmong } from './risky-ports.ts';
import { formatPorts } from './protocols.ts';

/** What such a check says itself: all else follows from the services. */
interface ServiceQuestion {
  /** Ids of {@link portService}; the check's own ending where it is left out. */
  readonly services?: readonly string[];
  readonly risk: string;
  /** What to use in its place, where closing the port is not all: a sentence. */
  readonly instead?: string;
  readonly unless?: NonNullable<OpenQuestion<never, Record<never, never>>['unless']>;
}

/** What load balancers alone use may be open where they serve the public. */
export const unlessOfLoadBalancers: NonNullable<ServiceQuestion['unless']> = [
  {
    such: { id: 'sg-1' },
    along: { interfaces: [{ id: 'eni-1', groupIds: ['sg-1'], requester: 'amazon-elb', tags: {} }] },
    when({ id }, _settings, interfaces) {
      const users = indexOf(interfaces, 'group', ({ groupIds }) => groupIds).get(id) ?? [];
      // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html
      return users.length > 0 && users.every(({ requester }) => requester === 'amazon-elb')
        ? 'only load balancers use it, which are judged themselves'
        : undefined;
    },
  },
];

/** A check that security groups do not open the ports of one service to the internet at large. */
export function openService<const I extends `ec2-security-group-no-open-ingress-${string}`>(
  id: I,
  {
    services = [id.slice('ec2-security-group-no-open-ingress-'.length)],
    risk,
    instead,
    unless = [],
  }: ServiceQuestion & ClassifiedBy<I>,
) {
  const found = services.map(portService);
  const called = found.map(({ name }) => name).join(' and ');
  const ports = found.flatMap((service) => service.ports.map(formatPorts)).join(', ');
  const question = {
    title: `Security groups do not open ${called} to the internet`,
    settings: {},
    unless,
    minded: (open: Parameters<typeof servicesAmong>[0]) => servicesAmong(open, found).flatMap((each) => each.open),
    expected: () => `port of ${called} (${ports})`,
    risk,
    fix: {
      text: `Let in the security groups of the clients, or your own networks, in place of the open range.${instead === undefined ? '' : ` ${instead}`}`,
    },
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-rules-reference.html'],
  };
  return openGroup(id, question as unknown as Parameters<typeof openGroup<I, Record<never, never>>>[1]);
}
