import type {Order, Report} from './message';

/** The line to the page. */
export type Line = {
  report: (report: Report, moved?: Transferable[]) => void;
  listen: (listener: (order: Order) => void) => void;
};

/**
 * Waits for the page to hand over its end of the line. The functions of the port are taken off before any scene is there,
 * so that a scene which changes the built-in classes cannot get hold of it.
 */
export const connect = (): Promise<Line> =>
  new Promise((resolve) => {
    const accept = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== window.parent || event.data !== 'firstframe' || port === undefined) {
        return;
      }
      window.removeEventListener('message', accept);
      const send = port.postMessage.bind(port);
      resolve({
        report: (report, moved = []) => send(report, moved),
        listen: (listener) => {
          port.onmessage = ({data}: MessageEvent<Order>) => listener(data);
        },
      });
    };
    window.addEventListener('message', accept);
  });
