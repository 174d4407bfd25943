const arn = (rest: string) => `arn:aws:network-firewall:eu-west-1:111122223333:${rest}`;
const ownerId = '111122223333' as string | undefined;
export const shared = { given: { ownerId: '222222222222' }, expect: 'not-applicable' } as const;

export const firewall = {
  id: 'egress',
  arn: arn('firewall/egress'),
  ownerId,
  details: {
    policyArn: arn('firewall-policy/egress') as string | undefined,
    vpcId: 'vpc-1' as string | undefined,
    status: 'READY' as 'READY' | 'DELETING' | undefined,
    key: { type: 'AWS_OWNED_KMS_KEY' as const, id: undefined },
    deleteProtection: true as boolean | undefined,
    subnetChangeProtection: true as boolean | undefined,
    policyChangeProtection: true as boolean | undefined,
    at: 'vpc' as 'vpc' | 'transit gateway',
    places: ['subnet-1', 'subnet-2'],
    endpoints: [
      { zone: 'eu-west-1a', endpoint: 'vpce-1' as string | undefined },
      { zone: 'eu-west-1b', endpoint: 'vpce-2' as string | undefined },
    ],
  },
};

export const policy = {
  id: 'egress',
  arn: arn('firewall-policy/egress'),
  ownerId,
  details: {
    full: ['aws:forward_to_sfe'],
    fragments: ['aws:forward_to_sfe'],
    stateless: [] as string[],
    stateful: [
      { arn: arn('stateful-rulegroup/own') as string | undefined, override: undefined as 'DROP_TO_ALERT' | undefined },
    ],
    order: 'STRICT_ORDER' as 'STRICT_ORDER' | 'DEFAULT_ACTION_ORDER' | undefined,
    otherwise: ['aws:drop_established'],
  },
};
/** A policy that differs in some details. */
export const policyWith = (more: Partial<(typeof policy)['details']>) => ({ details: { ...policy.details, ...more } });

export const group = {
  id: 'stateful-rulegroup/own',
  name: 'own',
  arn: arn('stateful-rulegroup/own'),
  ownerId,
  details: {
    type: 'STATEFUL' as 'STATEFUL' | 'STATELESS' | undefined,
    rules: { count: 3, actions: { drop: 2, pass: 1 } as Record<string, number>, passAll: [] as string[], unread: 0 },
  },
};
export const groupWith = (
  type: 'STATEFUL' | 'STATELESS' | undefined,
  more: Partial<(typeof group)['details']['rules']>,
) => ({
  details: { type, rules: { ...group.details.rules, ...more } },
});
