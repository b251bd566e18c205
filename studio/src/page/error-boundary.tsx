import {Component} from 'react';
import type {ReactNode} from 'react';

type Props = {
  onError: (message: string) => void;
  children: ReactNode;
};

/** Shows nothing in place of a scene that throws, and says what it threw, so that the others go on. */
export class ErrorBoundary extends Component<Props, {failed: boolean}> {
  override state = {failed: false};

  static getDerivedStateFromError() {
    return {failed: true};
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error instanceof Error ? error.message : String(error));
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
