package dev.windfall.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The accounts' tables, in memory.
public final class MemoryAccountRepository implements AccountRepository {

    private final Map<String, Account> accounts = new HashMap<>();

    public MemoryAccountRepository with(Account... added) {
        for (var account : added) {
            accounts.put(account.owner().account(), account);
        }
        return this;
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        return Optional.ofNullable(accounts.get(key.value()));
    }

    @Override
    public Optional<SignInEnd> changePassword(AccountKey key, int generation, String passwordHash) {
        return findCurrent(key, generation)
                .map(account -> end(account, new Account(account.owner(), passwordHash, false, false, generation + 1)));
    }

    @Override
    public Optional<SignInEnd> endSignIns(AccountKey key, int generation) {
        return findCurrent(key, generation)
                .map(account -> end(
                        account,
                        new Account(
                                account.owner(),
                                account.passwordHash(),
                                false,
                                account.mustChangePassword(),
                                generation + 1)));
    }

    private Optional<Account> findCurrent(AccountKey key, int generation) {
        return find(key).filter(account -> !account.disabled() && account.generation() == generation);
    }

    private SignInEnd end(Account before, Account after) {
        with(after);
        return new SignInEnd(SignInEnd.subjectOf(before.owner()), before.generation());
    }

    @Override
    public Optional<AccountState> findState(AccountKey key) {
        return find(key).map(account -> new AccountState(key, account.owner().name(), account.disabled()));
    }

    @Override
    public Optional<SignInEnd> setDisabled(AccountKey key, boolean disabled) {
        return find(key).filter(account -> account.disabled() != disabled).map(account -> {
            with(new Account(account.owner(), account.passwordHash(), disabled, false, account.generation() + 1));
            return new SignInEnd(SignInEnd.subjectOf(account.owner()), account.generation());
        });
    }

    @Override
    public boolean hasStaff() {
        return accounts.keySet().stream().anyMatch(key -> key.startsWith("staff:"));
    }

    @Override
    public boolean addStaff(AccountKey.Staff key, String name, String passwordHash, boolean mustChangePassword) {
        return accounts.putIfAbsent(
                        key.value(),
                        new Account(
                                new SignedIn.Staff(key.username(), name), passwordHash, false, mustChangePassword, 1))
                == null;
    }
}
