package dev.undertone.account.web;

import dev.undertone.account.Caller;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.UnknownAccount;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/admin/users}. */
@RestController
@RequestMapping(path = "/api/v1/admin/users", produces = "application/json")
@Tag(name = "admin")
class UsersController {

    private final People people;

    UsersController(People people) {
        this.people = people;
    }

    @GetMapping
    @Operation(summary = "Lists people, the oldest account first")
    Page<PersonAnswer> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String after) {
        return people.list(Limit.of(limit), after).map(PersonAnswer::of);
    }

    @PostMapping(consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Makes a person",
            description = "Roles: viewer, moderator, lead, policy-owner, admin. Without a password one is made and"
                    + " shown in this answer only.")
    PersonWithPassword create(@RequestBody NewPerson person, Caller caller) {
        String name = Fields.required(person.name(), "name");
        Role role = Fields.role(person.role());
        if (person.password() != null) {
            PersonDetails made = people.create(name, role, person.password(), caller.actor());
            return new PersonWithPassword(PersonAnswer.of(made), null);
        }
        String password = people.create(name, role, caller.actor());
        return new PersonWithPassword(PersonAnswer.of(people.named(name).orElseThrow()), password);
    }

    @PostMapping("/{id}/disable")
    @Operation(summary = "Shuts a person out; their sessions end")
    PersonAnswer disable(@PathVariable String id, Caller caller) {
        return PersonAnswer.of(people.disable(person(id), caller.actor()));
    }

    @PostMapping("/{id}/enable")
    @Operation(summary = "Lets a person in again")
    PersonAnswer enable(@PathVariable String id, Caller caller) {
        return PersonAnswer.of(people.enable(person(id), caller.actor()));
    }

    @PostMapping(path = "/{id}/role", consumes = "application/json")
    @Operation(summary = "Gives a person another role; their sessions end")
    PersonAnswer role(@PathVariable String id, @RequestBody NewRole role, Caller caller) {
        return PersonAnswer.of(people.changeRole(person(id), Fields.role(role.role()), caller.actor()));
    }

    @PostMapping(path = "/{id}/password", consumes = "application/json")
    @Operation(
            summary = "Gives a person another password; their sessions end",
            description = "Without a password in the body one is made and shown in this answer only.")
    PersonWithPassword password(@PathVariable String id, @RequestBody NewPassword password, Caller caller) {
        UUID person = person(id);
        if (password.password() != null) {
            PersonDetails changed = people.changePassword(person, password.password(), caller.actor());
            return new PersonWithPassword(PersonAnswer.of(changed), null);
        }
        String made = people.resetPassword(person, caller.actor());
        return new PersonWithPassword(PersonAnswer.of(people.find(person).orElseThrow()), made);
    }

    private static UUID person(String id) {
        return Fields.id(id, UnknownAccount::person);
    }

    /**
     * Somebody to make.
     *
     * @param name what they will sign in with
     * @param role what they are here for
     * @param password 12 to 128 characters; one is made if it is missing
     */
    record NewPerson(
            @Nullable String name,
            @Nullable String role,
            @Nullable String password) {
        @Override
        public String toString() {
            return "NewPerson[" + name + ", " + role + "]";
        }
    }

    /**
     * Another role.
     *
     * @param role its name
     */
    record NewRole(@Nullable String role) {}

    /**
     * Another password.
     *
     * @param password 12 to 128 characters; one is made if it is missing
     */
    record NewPassword(@Nullable String password) {
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }
}
