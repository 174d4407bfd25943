import { answers } from '../../answers.ts';

export default answers('route-53', {
  ListHostedZones: {
    HostedZones: [
      {
        Id: '/hostedzone/Z1EXAMPLE',
        Name: 'example.com.',
        CallerReference: '1',
        Config: { PrivateZone: false },
        ResourceRecordSetCount: 4,
      },
    ],
    IsTruncated: false,
    MaxItems: 100,
    Marker: '',
  },
});
