import { answers } from '../../answers.ts';
import { daysAgo, idIn, mainRegion } from '../../facts.ts';

export default answers('ec2', {
  DescribeVolumes: ({ region }) => ({
    Volumes: ['1', '2']
      .map((n) => {
        const VolumeId = idIn(region, 'vol', n);
        return {
          VolumeId,
          Size: 8,
          State: 'in-use',
          VolumeType: 'gp3',
          Encrypted: n === '1',
          AvailabilityZone: `${region}a`,
          CreateTime: daysAgo(30),
          Attachments: [
            {
              InstanceId: idIn(region, 'i', n),
              State: 'attached',
              Device: '/dev/xvda',
              VolumeId,
              DeleteOnTermination: true,
            },
          ],
        };
      })
      .concat(
        region === mainRegion
          ? [
              {
                VolumeId: idIn(region, 'vol', '3'),
                Size: 100,
                State: 'available',
                VolumeType: 'gp2',
                Encrypted: true,
                AvailabilityZone: `${region}a`,
                CreateTime: daysAgo(300),
                Attachments: [],
              },
            ]
          : [],
      ),
  }),
});
