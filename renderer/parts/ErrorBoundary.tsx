/** A fault while drawing leaves a sentence and a way on, never an empty window. */
import { Component, type ReactNode } from 'react';
import { failure } from '../../electron/core/base/failure.ts';
import { Unreachable } from './Unreachable.tsx';
import type { Texts } from './use-texts.ts';

interface Props {
  readonly texts: Texts;
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { readonly kind: string | null }> {
  override state = { kind: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { kind: thrown instanceof Error ? thrown.name : typeof thrown };
  }

  override render() {
    const { kind } = this.state;
    if (kind === null) return this.props.children;
    return (
      <Unreachable
        failure={failure('internal.unexpected', { kind })}
        texts={this.props.texts}
        onTryAgain={() => this.setState({ kind: null })}
      />
    );
  }
}
