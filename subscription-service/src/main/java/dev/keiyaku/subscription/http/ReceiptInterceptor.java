package dev.keiyaku.subscription.http;

import dev.keiyaku.eventstore.AppendRequest;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Puts the receipt beside the events once the command is decided, before it is committed. */
final class ReceiptInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
    var result = chain.proceed();
    if (unit.getMessage().getMetaData().get(Answering.KEY) instanceof Answering answering) {
      AppendRequest.current().receipt(answering.receipt((Outcome) result));
    }
    return result;
  }
}
