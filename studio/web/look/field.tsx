import {useId} from 'react';
import type {InputHTMLAttributes, ReactNode, Ref} from 'react';
import './field.css';

export type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  label: string;
  /** What stands below: a hint, or with `wrong` what is the matter. */
  hint?: ReactNode;
  wrong?: boolean;
  /** Whether the label is only read out. */
  bare?: boolean;
  ref?: Ref<HTMLInputElement>;
};

/** A line of text with its label. */
export const Field = ({label, hint, wrong, bare, className = '', ...rest}: FieldProps) => {
  const id = useId();
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id} className={bare ? 'unseen' : 'field-label'}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className="field-input"
        aria-invalid={wrong || undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      {hint && (
        <p id={`${id}-hint`} className="field-hint" data-wrong={wrong || undefined}>
          {hint}
        </p>
      )}
    </div>
  );
};
