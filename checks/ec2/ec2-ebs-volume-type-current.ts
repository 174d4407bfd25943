import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { volume } from '../../src/services/ec2/volume.ts';
import { shell } from '../../src/text/shell.ts';

const successors: Readonly<Record<string, string>> = { gp2: 'gp3', io1: 'io2', standard: 'gp3' };

export default state(volume, 'ec2-ebs-volume-type-current', {
  title: 'Volumes are of a current type',
  at: 'volumeType',
  is: {
    ...sameFor(['gp3', 'io2', 'st1', 'sc1'], pass('{label} is of the current type {volumeType}')),
    gp2: fail('{label} of {size} GiB is of type gp2; expected gp3'),
    io1: fail('{label} of {size} GiB is of type io1; expected io2'),
    standard: fail('{label} of {size} GiB is of type standard; expected gp3'),
  },
  unsaid: unknown('AWS does not say of which type {label} is'),
  unless: [
    {
      such: { outpost: 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-1', volumeType: 'gp2' },
      when: ({ name, outpost }) =>
        outpost === undefined ? undefined : `${name} is on an Outpost, where not all types are offered`,
    },
    {
      such: { zone: 'us-west-2-lax-1a', outpost: undefined, volumeType: 'gp2' },
      when: ({ name, zone }) =>
        zone === undefined || /^[a-z]+(?:-[a-z]+)+-\d+[a-z]$/.test(zone)
          ? undefined
          : `${name} is in ${zone}, a zone where not all types are offered`,
    },
  ],
  risk: 'Volumes of type gp2 cost more than gp3 and are slower while they are small, io1 lasts less long than io2 for the same price, and magnetic ones are slow.',
  fix: {
    text: 'Change the type while the volume is in use. A large gp2 volume may do more than the 3,000 IOPS and 125 MiB/s that gp3 has from the start: give the new one as much as the old one used. The type can be changed again after six hours.',
    exact: ({ id, volumeType, iops }) => {
      const type = successors[volumeType ?? ''];
      if (type === undefined) return {};
      // gp2 gives IOPS by its size; gp3 has 3,000 unless told otherwise, io2 has to be told.
      const more = iops !== undefined && (type === 'io2' || iops > 3000) ? shell` --iops ${String(iops)}` : '';
      return { cli: `${shell`aws ec2 modify-volume --volume-id ${id} --volume-type ${type}`}${more}` };
    },
  },
  references: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html',
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modify-volume.html',
  ],
});
