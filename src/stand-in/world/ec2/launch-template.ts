import { answers } from '../../answers.ts';
import { daysAgo, idIn } from '../../facts.ts';

export default answers('ec2', {
  DescribeLaunchTemplates: ({ region }) => ({
    LaunchTemplates: [
      {
        LaunchTemplateId: idIn(region, 'lt'),
        LaunchTemplateName: 'web',
        DefaultVersionNumber: 1,
        LatestVersionNumber: 1,
        CreateTime: daysAgo(50),
      },
    ],
  }),
  DescribeLaunchTemplateVersions: ({ region }) => ({
    LaunchTemplateVersions: [
      {
        LaunchTemplateId: idIn(region, 'lt'),
        LaunchTemplateName: 'web',
        VersionNumber: 1,
        DefaultVersion: true,
        LaunchTemplateData: { NetworkInterfaces: [{ AssociatePublicIpAddress: true, DeviceIndex: 0 }] },
      },
    ],
  }),
});
