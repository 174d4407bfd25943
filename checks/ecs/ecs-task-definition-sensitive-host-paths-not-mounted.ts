import { fail, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { taskDefinition } from '../../src/services/ecs/task-definition.ts';

/** The root itself holds everything; what is in it is judged by the others. */
const isUnder = (path: string, folders: readonly string[]): boolean =>
  folders.some((folder) => path === folder || (folder !== '/' && path.startsWith(`${folder}/`)));

export default each(taskDefinition, 'ecs-task-definition-sensitive-host-paths-not-mounted', {
  title: 'ECS tasks do not get at sensitive folders of the instance',
  settings: {
    paths: {
      type: 'strings',
      default: [
        '/',
        '/boot',
        '/dev',
        '/etc',
        '/lib',
        '/proc',
        '/root',
        '/run',
        '/sys',
        '/usr',
        '/var/lib/docker',
        '/var/run',
      ],
      describe: 'folders of an instance that no task mounts, nor what is in them',
    },
  },
  list: 'definition.hostPaths',
  test: (path, { settings }) => (isUnder(path, settings.paths) ? 'bad' : 'good'),
  such: { good: '/mnt/data', bad: '/var/run/docker.sock' },
  called: '{it}',
  pass: pass('{label} mounts no sensitive folder of its instance'),
  fail: fail('{label} mounts {bad:some} of its instance'),
  none: pass('{label} mounts no folder of its instance'),
  risk: "With the socket of Docker, or the instance's files, a container owns the instance and all others on it.",
  fix: {
    text: 'Register a new revision without the volume, or with a folder that holds nothing else, and move services and schedules to it.',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostVolumeProperties.html'],
});
