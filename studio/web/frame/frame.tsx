import {createRoot} from 'react-dom/client';
import {describe} from './boundary';
import {Cinema} from './cinema';
import {connect} from './line';
import type {Line} from './line';
import type {FaceFile, Order} from './message';
import {Screen} from './screen';
import {takeStill} from './still';
import type {FetchFaces} from './still';
import {warmUp} from './warming';
import './frame.css';

/** Asks the page for the files of faces, and hands them to who waits for them. */
const faceDesk = ({report}: Line) => {
  const waiting = new Map<number, (faces: FaceFile[]) => void>();
  const fetchFaces: FetchFaces = (number, faces) =>
    new Promise((resolve) => {
      waiting.set(number, resolve);
      report({kind: 'wanted', number, faces});
    });
  const arrived = (number: number, faces: FaceFile[]) => {
    waiting.get(number)?.(faces);
    waiting.delete(number);
  };
  return {fetchFaces, arrived};
};

const obey = (
  order: Order,
  cinema: Cinema,
  line: Line,
  desk: ReturnType<typeof faceDesk>,
): void => {
  switch (order.kind) {
    case 'ping':
      return line.report({kind: 'pong', number: order.number});
    case 'show':
      return cinema.show(order);
    case 'clear':
      return cinema.clear();
    case 'play':
      return cinema.play();
    case 'pause':
      return cinema.pause();
    case 'seek':
      return cinema.seek(order.frame);
    case 'arrange':
      return cinema.change({surfaces: order.surfaces});
    case 'loop':
      return cinema.change({loop: order.on});
    case 'rate':
      return cinema.change({rate: order.rate});
    case 'faces':
      return desk.arrived(order.number, order.faces);
    case 'still':
      void takeStill(order, desk.fetchFaces)
        .catch(() => null)
        .then((picture) => line.report({kind: 'still', number: order.number, picture}));
  }
};

const start = async (): Promise<void> => {
  const line = await connect();
  const cinema = new Cinema(line.report);
  const desk = faceDesk(line);
  window.addEventListener('unhandledrejection', ({reason}) =>
    cinema.failed(cinema.programme.shown ?? 0, describe(reason)),
  );
  createRoot(document.querySelector('#root') ?? document.body).render(<Screen cinema={cinema} />);
  line.listen((order) => obey(order, cinema, line, desk));
  line.report({kind: 'ready'});
  await warmUp();
};

void start();
