import { answers } from '../../answers.ts';

const used: Readonly<Record<string, readonly [count: number, limit: number]>> = {
  MAX_HEALTH_CHECKS_BY_OWNER: [3, 200],
  MAX_HOSTED_ZONES_BY_OWNER: [4, 500],
  MAX_REUSABLE_DELEGATION_SETS_BY_OWNER: [0, 100],
  MAX_TRAFFIC_POLICIES_BY_OWNER: [45, 50],
  MAX_TRAFFIC_POLICY_INSTANCES_BY_OWNER: [1, 5],
};

/** Nearly all traffic policies are there. */
export default answers('route-53', {
  GetAccountLimit: ({ input }) => {
    const Type = String(input['Type']);
    const [Count, Value] = used[Type] ?? [0, 0];
    return { Limit: { Type, Value }, Count };
  },
});
