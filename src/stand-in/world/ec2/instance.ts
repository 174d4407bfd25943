import { answers } from '../../answers.ts';
import { account, daysAgo, iamArn, idIn, plantedSecret } from '../../facts.ts';

export default answers(
  'ec2',
  {
    DescribeInstances: ({ region }) => ({
      Reservations: [
        {
          ReservationId: idIn(region, 'r'),
          OwnerId: account,
          Instances: ['1', '2'].map((n) => ({
            InstanceId: idIn(region, 'i', n),
            ImageId: 'ami-1',
            State: { Code: 16, Name: 'running' },
            LaunchTime: daysAgo(30),
            InstanceType: 't3.micro',
            EnaSupport: n === '2',
            VpcId: idIn(region, 'vpc'),
            SubnetId: idIn(region, 'subnet'),
            PrivateIpAddress: `10.0.1.${n}`,
            ...(n === '1'
              ? { PublicIpAddress: '203.0.113.7' }
              : { IamInstanceProfile: { Arn: iamArn('instance-profile/app'), Id: 'AIPA1' } }),
            MetadataOptions: {
              HttpTokens: n === '1' ? 'optional' : 'required',
              HttpEndpoint: 'enabled',
              State: 'applied',
            },
            SecurityGroups: [{ GroupId: idIn(region, 'sg', 2), GroupName: 'web' }],
            NetworkInterfaces: [],
            BlockDeviceMappings: [],
            Monitoring: { State: 'disabled' },
          })),
        },
      ],
    }),
    DescribeInstanceTypes: {
      InstanceTypes: [{ InstanceType: 't3.micro', NetworkInfo: { EnaSupport: 'required' } }],
    },
    DescribeInstanceAttribute: ({ input }) => ({
      InstanceId: String(input['InstanceId']),
      UserData: { Value: Buffer.from(`#!/bin/sh\nexport DB_PASSWORD=${plantedSecret}\n`).toString('base64') },
    }),
  },
  { 'AWS::EC2::Instance': 'i-a2' },
);
