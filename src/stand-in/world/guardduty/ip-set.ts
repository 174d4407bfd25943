import { answers } from '../../answers.ts';

/** One that is in use, whose content nobody shows, and one that is not. */
export default answers(
  'guardduty',
  {
    ListIPSets: { IpSetIds: ['1cbd2d4f', '2ac41e07'] },
    GetIPSet: ({ path }) => {
      const used = path.includes('1cbd2d4f');
      const Name = used ? 'offices' : 'old-offices';
      return {
        Name,
        Format: 'TXT',
        Location: `https://s3.amazonaws.com/acme-lists/${Name}.txt`,
        Status: used ? 'ACTIVE' : 'INACTIVE',
      };
    },
  },
  { 'AWS::GuardDuty::IPSet': '2ac41e07' },
);
