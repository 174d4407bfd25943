import { answers } from '../../answers.ts';
import { daysAgo } from '../../facts.ts';

export default answers('iam', {
  ListMFADevices: {
    MFADevices: [{ UserName: 'alice', SerialNumber: 'GAHT12345678', EnableDate: daysAgo(200) }],
    IsTruncated: false,
  },
  ListVirtualMFADevices: { VirtualMFADevices: [], IsTruncated: false },
});
