import { failingOperations } from './failing-operations.ts';

failingOperations(0);
