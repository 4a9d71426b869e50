package dev.keiyaku.subscription.http;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/**
 * One POST, its body aside. A controller takes it as an argument.
 *
 * @param target the path asked, which the idempotency key is bound to as well as the body
 * @param ifMatch null when no precondition was sent
 */
public record Call(Caller caller, IdempotencyKey key, String target, @Nullable IfMatch ifMatch) {}
