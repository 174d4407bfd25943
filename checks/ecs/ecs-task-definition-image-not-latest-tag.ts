import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { taskDefinition } from '../../src/services/ecs/task-definition.ts';

/** Without a tag it is `latest` as well. A port of the registry is no tag. */
const isLatest = (image: string): boolean => !image.includes('@') && /(?:\/|^)[^/:]*(?::latest)?$/.test(image);

export default each(taskDefinition, 'ecs-task-definition-image-not-latest-tag', {
  title: 'Images of ECS containers have a version',
  list: 'definition.containers',
  test: ({ image }) => (image === undefined ? 'unsaid' : isLatest(image) ? 'bad' : 'good'),
  such: { good: { name: 'web', image: 'shop/web:1.4' }, bad: { name: 'web', image: 'shop/web:latest' } },
  called: ({ name, image }) => (image === undefined ? name : `${name} (${image})`),
  pass: pass('{label} names the version of each image'),
  fail: fail('{label} takes whatever is newest of {bad:some}; expected a tag that stays, or a digest'),
  none: notApplicable('{label} has no containers'),
  risk: 'What runs changes without a deployment and without anybody having looked at it, and cannot be put back.',
  fix: {
    text: 'Register a new revision that names images by a version or a digest, and move services and schedules to it.',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html'],
});
