import { fail, manual, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { bucket } from '../../src/services/lightsail/bucket.ts';

export default state(bucket, 'lightsail-bucket-not-public', {
  title: 'Buckets of Lightsail are not public',
  at: 'access',
  is: {
    private: pass('{label} is private'),
    public: fail('{label} is public: everybody reads its objects'),
    objects: manual(
      '{label} is private, but single objects may be made public, which no list tells: look at them, or do not allow it',
    ),
  },
  unsaid: unknown('AWS does not say who may read {label}'),
  risk: 'Whoever finds the address of the bucket reads everything in it.',
  fix: {
    text: 'Make the bucket private, single objects as well. Pages that show its files no longer do: give them signed addresses or a distribution.',
    cli: 'aws lightsail update-bucket --bucket-name {id} --access-rules getObject=private,allowPublicOverrides=false',
  },
  references: [
    'https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-understanding-bucket-permissions.html',
  ],
});
