import { answers, here } from '../../answers.ts';
import { arnOf, mainRegion, otherAccount, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const anybody = policy({ Effect: 'Allow', Principal: '*', Action: 'vpc-lattice-svcs:Invoke', Resource: '*' });
const services: Readonly<
  Record<string, { readonly name: string; readonly authType: string; readonly policy?: string }>
> = {
  'svc-00000000000000001': { name: 'orders', authType: 'AWS_IAM' },
  'svc-00000000000000002': { name: 'prices', authType: 'NONE' },
  'svc-00000000000000003': { name: 'search', authType: 'AWS_IAM', policy: anybody },
};
const idIn = (path: string): string => /svc-[0-9a-f]+/.exec(path)?.[0] ?? '';
const shared = 'svc-00000000000000009';

/** One that lets nobody in yet, one that asks nobody, one that lets everybody in, and one that another account shares. */
export default answers(
  'vpc-lattice',
  {
    ListServices: here({
      items: [
        ...Object.entries(services).map(([id, { name }]) => ({ id, name, arn: arnOf('vpc-lattice', `service/${id}`) })),
        {
          id: shared,
          name: 'partner',
          arn: `arn:aws:vpc-lattice:${mainRegion}:${otherAccount}:service/${shared}`,
        },
      ].map((one) => ({ ...one, status: 'ACTIVE' })),
    }),
    GetService: ({ path }) => {
      const id = idIn(path);
      return { id, authType: services[id]?.authType ?? 'AWS_IAM', status: 'ACTIVE' };
    },
    GetAuthPolicy: ({ path }) => {
      const found = services[idIn(path)]?.policy;
      return found === undefined
        ? fails({ code: 'ResourceNotFoundException', status: 404 })
        : { policy: found, state: 'Active' };
    },
  },
  { 'AWS::VpcLattice::Service': 'svc-00000000000000001' },
);
