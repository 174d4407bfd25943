import { answers } from '../../answers.ts';
import { arnOf, keyArn } from '../../facts.ts';

const zone = (Id: string, Name: string, PrivateZone = false) => ({
  Id: `/hostedzone/${Id}`,
  Name,
  CallerReference: Id,
  Config: { PrivateZone },
  ResourceRecordSetCount: 4,
});

/** The first is signed, the second is not, and in the third the key needs somebody. */
export default answers(
  'route-53',
  {
    ListHostedZones: {
      HostedZones: [
        zone('Z1EXAMPLE', 'example.com.'),
        zone('Z2EXAMPLE', 'example.net.'),
        zone('Z3EXAMPLE', 'example.org.'),
        zone('Z4EXAMPLE', 'inside.example.', true),
      ],
      IsTruncated: false,
      MaxItems: 100,
      Marker: '',
    },
    ListQueryLoggingConfigs: {
      QueryLoggingConfigs: [
        {
          Id: 'q1',
          HostedZoneId: 'Z1EXAMPLE',
          CloudWatchLogsLogGroupArn: arnOf('logs', 'log-group:/aws/route53/example.com'),
        },
      ],
    },
    GetDNSSEC: ({ path }) => {
      if (path.includes('Z2EXAMPLE')) return { Status: { ServeSignature: 'NOT_SIGNING' }, KeySigningKeys: [] };
      const good = path.includes('Z1EXAMPLE');
      return {
        Status: good
          ? { ServeSignature: 'SIGNING' }
          : { ServeSignature: 'ACTION_NEEDED', StatusMessage: 'A key-signing key needs attention' },
        KeySigningKeys: [
          {
            Name: 'main',
            KmsArn: keyArn,
            Flag: 257,
            Status: good ? 'ACTIVE' : 'ACTION_NEEDED',
            ...(good ? {} : { StatusMessage: 'The key policy does not let Route 53 sign' }),
          },
        ],
      };
    },
  },
  { 'AWS::Route53::HostedZone': 'Z1EXAMPLE' },
);
