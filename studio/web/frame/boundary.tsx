import {Component} from 'react';
import type {ReactNode} from 'react';
import {useCurrentFrame} from 'remotion';

type Props = {frame: number; onError: (message: string) => void; children: ReactNode};
type State = {failed: boolean; frame: number};

/** What was thrown, in words: scenes may throw anything. */
export const describe = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Shows nothing at a frame at which the scene throws, and tries again at the next that is asked for. */
class FrameBoundary extends Component<Props, State> {
  override state: State = {failed: false, frame: this.props.frame};

  static getDerivedStateFromProps({frame}: Props, state: State): State {
    return frame === state.frame ? state : {failed: false, frame};
  }

  static getDerivedStateFromError(): Partial<State> {
    return {failed: true};
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(describe(error));
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

/** Guards what the player plays from inside: the player itself swallows what is thrown as it mounts. */
export const Boundary = ({onError, children}: Omit<Props, 'frame'>) => (
  <FrameBoundary frame={useCurrentFrame()} onError={onError}>
    {children}
  </FrameBoundary>
);
