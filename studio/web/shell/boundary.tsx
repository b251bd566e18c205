import {Bug, RotateCcw} from 'lucide-react';
import {Component} from 'react';
import type {ReactNode} from 'react';
import {Button, EmptyState} from '../look';

type BoundaryProps = {
  /** What is lost, such as `The code`. */
  name: string;
  children: ReactNode;
};

/** Keeps a mistake in one room from taking the others with it. */
export class Boundary extends Component<BoundaryProps, {error: Error | null}> {
  override state: {error: Error | null} = {error: null};

  static getDerivedStateFromError(error: unknown) {
    return {error: error instanceof Error ? error : new Error(String(error))};
  }

  override render() {
    const {error} = this.state;
    if (!error) return this.props.children;
    return (
      <EmptyState
        icon={<Bug />}
        title={`${this.props.name} cannot be shown`}
        action={
          <Button onClick={() => this.setState({error: null})}>
            <RotateCcw />
            Try again
          </Button>
        }
      >
        <p>{error.message}</p>
        <p>Everything is kept; this is a mistake of the page.</p>
      </EmptyState>
    );
  }
}
