import { answers } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const ip = { Id: 'p1', Name: 'ip', ResourceArn: arnOf('ec2', 'eip-allocation/eipalloc-a1') };
const site = { Id: 'p2', Name: 'site', ResourceArn: arnOf('cloudfront', 'distribution/E1EXAMPLE', '') };

/** Two protections; everything else of the account is without. */
export default answers('shield', {
  ListProtections: { Protections: [ip, site] },
  DescribeProtection: ({ input }) => ({
    Protection:
      input['ProtectionId'] === site.Id
        ? {
            ...site,
            ApplicationLayerAutomaticResponseConfiguration: { Status: 'ENABLED', Action: { Block: {} } },
          }
        : ip,
  }),
});
