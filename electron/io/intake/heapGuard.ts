import { getHeapStatistics } from 'node:v8';
import { ReadFault } from './readFault.ts';

/**
 * Makes a check that refuses the file while there is still room to do so. V8 ends the whole process, not just the
 * thread, when a thread passes its heap limit in one great step; the limit of the worker is only the second fence.
 */
export function createHeapGuard(maxHeap: number): () => void {
  return () => {
    if (getHeapStatistics().used_heap_size > maxHeap) throw new ReadFault('too_large', '内容超过内存限制');
  };
}

/** Heap that a file may use in this thread: most of what V8 allows. */
export function allowedHeap(): number {
  return getHeapStatistics().heap_size_limit * 0.8;
}
