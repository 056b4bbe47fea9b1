// Which account the cloud regions are worked with. There is nothing to choose while there is but one.

import { Icon } from "../parts/icon";
import { Menu } from "../parts/menu";
import { accountOf } from "../place";
import { useApp } from "../state/app-context";
import { useWords } from "../words";

export function AccountSwitcher() {
  const words = useWords();
  const { app, chooseAccount } = useApp();
  const account = accountOf(app);
  if (!account || app.accounts.length < 2) return null;
  return (
    <div class="account">
      <Menu
        label={words.clouds.accountSwitch(account.name)}
        choice
        align="start"
        buttonClass="account-button"
        testId="account"
        items={app.accounts.map((one) => ({
          id: `account-${one.id}`,
          label: one.name,
          hint: one.identity ? words.accounts.kinds[one.identity.kind.kind] : words.accounts.notAsked,
          icon: "circleUser",
          chosen: one.id === account.id,
          onSelect: () => chooseAccount(one.id),
        }))}
      >
        <Icon name="circleUser" />
        <span class="account-name">{account.name}</span>
        <Icon name="chevronsUpDown" size={14} />
      </Menu>
    </div>
  );
}
