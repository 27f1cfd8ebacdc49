import { EventEmitter } from 'node:events';

// Loaded before the service: gives a plain Node child process the `parentPort` that a utility process has.
const port = new EventEmitter();
process.on('message', (data: unknown) => port.emit('message', { data, ports: [] }));
Object.assign(process, {
  parentPort: Object.assign(port, { postMessage: (message: unknown) => process.send?.(message) }),
});
