package dev.keiyaku.eventstore.processing;

import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Transactions for processors: a new one, or inside another a savepoint. PostgreSQL lets nothing
 * more be done in a transaction after an error; back at the savepoint, the letter can be written.
 */
public final class SavepointTransactions extends SpringTransactionManager {

  private final PlatformTransactionManager transactions;

  public SavepointTransactions(PlatformTransactionManager transactions) {
    super(transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    this.transactions = transactions;
  }

  // Axon's own leaves everything that is not a new transaction to whoever began it, savepoints too.

  @Override
  protected void commitTransaction(TransactionStatus status) {
    if (!status.isCompleted()) {
      transactions.commit(status);
    }
  }

  @Override
  protected void rollbackTransaction(TransactionStatus status) {
    if (!status.isCompleted()) {
      transactions.rollback(status);
    }
  }
}
