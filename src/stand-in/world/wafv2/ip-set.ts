import { answers } from '../../answers.ts';
import { account } from '../../facts.ts';

/** In each region an office's network, and one that is half of the internet. */
const sets = [
  { Name: 'partners', Id: '00000000-0000-4000-8000-0000000000c1', Addresses: ['198.51.100.0/24'] },
  { Name: 'wide', Id: '00000000-0000-4000-8000-0000000000c2', Addresses: ['0.0.0.0/1'] },
];

const arn = (region: string, name: string, id: string) =>
  `arn:aws:wafv2:${region}:${account}:regional/ipset/${name}/${id}`;

export default answers('wafv2', {
  ListIPSets: ({ region, input }) => ({
    IPSets: (input['Scope'] === 'CLOUDFRONT' ? [] : sets).map(({ Name, Id }) => ({
      Name,
      Id,
      ARN: arn(region, Name, Id),
      LockToken: '00000000-0000-4000-8000-0000000000d1',
    })),
  }),
  GetIPSet: ({ region, input: { Name, Id } }) => ({
    IPSet: {
      Name,
      Id,
      ARN: arn(region, String(Name), String(Id)),
      IPAddressVersion: 'IPV4',
      Addresses: sets.find((one) => one.Id === Id)?.Addresses ?? [],
    },
    LockToken: '00000000-0000-4000-8000-0000000000d1',
  }),
});
