import { EventEmitter } from 'node:events';

// Takes the place of the module `electron` for the built main process: records what it is told and lets a test play the rest of
// Electron. Only what the shell uses is here; a call of anything else fails the test.

export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Everything the shell asked for, in order: `app.setName`, `window.loadURL`, … */
export const calls: Call[] = [];

function record(name: string, ...args: unknown[]): void {
  calls.push({ name, args });
}

type Handler = (...args: never[]) => unknown;

class StandInApp extends EventEmitter {
  isPackaged = true;
  hasLock = true;
  /** Switches on the command line before the program started. */
  readonly switches = new Set<string>();
  readonly paths: Record<string, string> = {};
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => record('commandLine.appendSwitch', name, value),
    hasSwitch: (name: string) => this.switches.has(name),
  };
  set(state: { isPackaged?: boolean; hasLock?: boolean }): void {
    Object.assign(this, state);
  }
  whenReady = () => Promise.resolve();
  getVersion = () => '9.9.9';
  getPath = (name: string) => this.paths[name] ?? `/no-such-place/${name}`;
  setName = (name: string) => record('app.setName', name);
  setAppUserModelId = (id: string) => record('app.setAppUserModelId', id);
  enableSandbox = () => record('app.enableSandbox');
  setPath = (name: string, path: string) => record('app.setPath', name, path);
  requestSingleInstanceLock = () => {
    record('app.requestSingleInstanceLock');
    return this.hasLock;
  };
  quit = () => record('app.quit');
  exit = (code: number) => record('app.exit', code);
}

export class StandInSession {
  readonly partition: string;
  readonly handlers = new Map<string, Handler>();
  readonly events = new EventEmitter();
  readonly protocol: { handle: (scheme: string, handler: Handler) => void };
  readonly webRequest: { onBeforeRequest: (handler: Handler) => void };

  constructor(partition: string) {
    this.partition = partition;
    this.protocol = { handle: (scheme, handler) => this.keep(`protocol ${scheme}`, handler) };
    this.webRequest = { onBeforeRequest: (handler) => this.keep('onBeforeRequest', handler) };
  }

  on(event: string, listener: (...args: unknown[]) => void): void {
    this.events.on(event, listener);
  }
  setPermissionRequestHandler = (handler: Handler) => this.keep('permissionRequest', handler);
  setPermissionCheckHandler = (handler: Handler) => this.keep('permissionCheck', handler);
  setDevicePermissionHandler = (handler: Handler) => this.keep('devicePermission', handler);
  setDisplayMediaRequestHandler = (handler: Handler) => this.keep('displayMedia', handler);
  setSpellCheckerEnabled = (on: boolean) => record('session.setSpellCheckerEnabled', this.partition, on);
  setProxy = async (config: unknown) => record('session.setProxy', this.partition, config);

  private keep(name: string, handler: Handler): void {
    this.handlers.set(name, handler);
  }
}

export class StandInContents extends EventEmitter {
  url = '';
  openHandler: ((details: { url: string }) => unknown) | null = null;
  readonly sent: { channel: string; value: unknown }[] = [];
  getURL = () => this.url;
  setWindowOpenHandler = (handler: (details: { url: string }) => unknown) => {
    this.openHandler = handler;
  };
  setWebRTCIPHandlingPolicy = (policy: string) => record('contents.setWebRTCIPHandlingPolicy', policy);
  send = (channel: string, value: unknown) => void this.sent.push({ channel, value });
  print = (options: unknown, done: (ok: boolean) => void) => {
    record('contents.print', options);
    done(true);
  };
  printToPDF = async (options: unknown) => {
    record('contents.printToPDF', options);
    return Buffer.from('%PDF-stand-in');
  };
}

/** Called while a page is loaded, so that a test can ask for the page at that moment. */
export const pageLoads: { watch: (url: string) => Promise<void> } = { watch: async () => undefined };

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  static getAllWindows = () => BrowserWindow.all.filter((window) => !window.destroyed);
  static fromWebContents = (contents: StandInContents) =>
    BrowserWindow.all.find((window) => window.webContents === contents) ?? null;

  readonly options: Record<string, unknown>;
  readonly webContents = new StandInContents();
  destroyed = false;
  minimized = false;

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL = async (url: string) => {
    this.webContents.url = url;
    record('window.loadURL', url);
    await pageLoads.watch(url);
  };
  isDestroyed = () => this.destroyed;
  destroy = () => {
    this.destroyed = true;
    record('window.destroy');
  };
  isMinimized = () => this.minimized;
  isMaximized = () => false;
  getNormalBounds = () => ({ x: 40, y: 30, width: 1200, height: 700 });
  restore = () => record('window.restore');
  show = () => record('window.show');
  focus = () => record('window.focus');
  maximize = () => record('window.maximize');
}

export class StandInService extends EventEmitter {
  readonly entry: string;
  readonly args: readonly string[];
  readonly options: unknown;
  readonly posted: { kind: string; [key: string]: unknown }[] = [];

  constructor(entry: string, args: readonly string[], options: unknown) {
    super();
    this.entry = entry;
    this.args = args;
    this.options = options;
  }
  postMessage = (message: { kind: string }) => void this.posted.push(message);
  kill = () => {
    record('service.kill');
    this.emit('exit', 1);
    return true;
  };
}

export const services: StandInService[] = [];
export const app = new StandInApp();
export const utilityProcess = {
  fork: (entry: string, args: readonly string[], options: unknown) => {
    const service = new StandInService(entry, args, options);
    services.push(service);
    return service;
  },
};
export const sessions = new Map<string, StandInSession>();
export const session = {
  defaultSession: new StandInSession('default'),
  fromPartition: (name: string) => {
    const known = sessions.get(name) ?? new StandInSession(name);
    sessions.set(name, known);
    return known;
  },
};
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) => record('protocol.registerSchemesAsPrivileged', schemes),
};
export const ipcHandlers = new Map<string, (event: unknown, raw: unknown) => Promise<unknown>>();
export const ipcMain = {
  handle: (channel: string, handler: (event: unknown, raw: unknown) => Promise<unknown>) =>
    void ipcHandlers.set(channel, handler),
};
/** What the next dialog answers. */
export const answers = { open: { filePaths: ['/mail/a.xlsx'] }, save: { canceled: false, filePath: '' } };
export const dialog = {
  showErrorBox: (title: string, text: string) => record('dialog.showErrorBox', title, text),
  showOpenDialog: async (_window: unknown, options: unknown) => {
    record('dialog.showOpenDialog', options);
    return answers.open;
  },
  showSaveDialog: async (_window: unknown, options: unknown) => {
    record('dialog.showSaveDialog', options);
    return answers.save;
  },
  showMessageBox: async (_window: unknown, options: unknown) => record('dialog.showMessageBox', options),
};
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] };
export const shell = {
  showItemInFolder: (path: string) => record('shell.showItemInFolder', path),
  openPath: async (path: string) => record('shell.openPath', path),
};
export const Menu = {
  buildFromTemplate: (template: unknown) => ({ template }),
  setApplicationMenu: (menu: unknown) => record('Menu.setApplicationMenu', menu),
};
