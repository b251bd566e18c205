import {useState} from 'react';
import {Button, Dialog, Field} from '../look';
import {useSession} from '../session';

/** Asks for the token of the service, where it wants one. */
export const TokenDialog = () => {
  const asked = useSession((session) => session.tokenAsked);
  const [token, setToken] = useState('');
  return (
    <Dialog
      open={asked !== null}
      onClose={() => asked?.answer(null)}
      title="This Firstframe asks for a token"
      says="It stands in FIRSTFRAME_TOKEN where the service was started. It is kept until you close this tab."
    >
      <form
        className="shell-token"
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim()) asked?.answer(token.trim());
          setToken('');
        }}
      >
        <Field
          label="Token"
          type="password"
          autoFocus
          autoComplete="off"
          value={token}
          onChange={(event) => setToken(event.target.value)}
          wrong={asked?.wasWrong}
          hint={asked?.wasWrong ? 'That was not it. Try once more.' : undefined}
        />
        <div className="dialog-actions">
          <Button type="submit" weight="strong" disabled={!token.trim()}>
            Continue
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
