extension NginxDirectiveTable {
  /// The directives whose first home is HTTP.
  ///
  /// A line that starts a group says where its directives may stand and with how many arguments; the
  /// indented lines name them. `{}` marks blocks, `on-off` one argument that is a switch.
  static let http = """
    http = 1
      geoip_proxy http2_recv_buffer_size perl_modules perl_require server_names_hash_bucket_size
      server_names_hash_max_size
    http = 2
      perl_set
    http = 2 {}
      charset_map
    http = 2+
      auth_jwt_claim_set auth_jwt_header_set fastcgi_cache_path proxy_cache_path scgi_cache_path
      session_log_format uwsgi_cache_path
    http = 2,3,4,5,6
      session_log_zone
    http = 3,4
      limit_req_zone
    http = on-off
      geoip_proxy_recursive
    http = 1 {} | stream = 1 {}
      match upstream
    http = 1 | stream = 1
      js_include map_hash_bucket_size map_hash_max_size variables_hash_bucket_size
      variables_hash_max_size
    http = 1+ | stream = 1+
      keyval_zone
    http = 1,2 {} | stream = 1,2 {}
      geo
    http = 1,2 | stream = 1,2
      geoip_city geoip_country geoip_org
    http = 2 {} | stream = 2 {}
      map split_clients
    http = 2 | stream = 2
      limit_conn_zone
    http = 2+ | stream = 2+
      log_format
    http = 3 | stream = 3
      keyval
    http server = 1
      client_header_buffer_size client_header_timeout connection_pool_size http2_body_preread_size
      http2_idle_timeout http2_max_concurrent_pushes http2_max_concurrent_streams
      http2_max_field_size http2_max_header_size http2_max_requests http2_recv_timeout
      http3_max_concurrent_streams http3_stream_buffer_size max_headers
      quic_active_connection_id_limit quic_host_key request_pool_size ssl_buffer_size
      ssl_stapling_file ssl_stapling_responder
    http server = 2
      large_client_header_buffers
    http server = on-off
      http2 http3 http3_hq ignore_invalid_headers merge_slashes quic_gso quic_retry ssl_early_data
      ssl_stapling ssl_stapling_verify underscores_in_headers
    http server = on-off | mail mail.server = on-off
      ssl
    http server = 1 | mail mail.server = 1 | stream stream.server = 1
      ssl_certificate ssl_certificate_key ssl_ciphers ssl_client_certificate ssl_crl ssl_dhparam
      ssl_ecdh_curve ssl_password_file ssl_session_ticket_key ssl_session_timeout
      ssl_trusted_certificate ssl_verify_client ssl_verify_depth
    http server = 1+ | mail mail.server = 1+ | stream stream.server = 1+
      ssl_protocols
    http server = 1,2 | mail mail.server = 1,2 | stream stream.server = 1,2
      ssl_session_cache
    http server = 2 | mail mail.server = 2 | stream stream.server = 2
      ssl_conf_command
    http server = on-off | mail mail.server = on-off | stream stream.server = on-off
      ssl_prefer_server_ciphers ssl_session_tickets
    http server = 1 | stream stream.server = 1
      ssl_ocsp ssl_ocsp_cache ssl_ocsp_responder
    http server = on-off | stream stream.server = on-off
      ssl_reject_handshake
    http server location = 0 {}
      types
    http server location = 1
      add_after_body add_before_body aio ancient_browser_value auth_delay auth_jwt_leeway
      auth_request autoindex_format client_body_buffer_size client_body_in_file_only
      client_body_timeout client_max_body_size default_type directio directio_alignment
      f4f_buffer_size fastcgi_buffer_size fastcgi_busy_buffers_size fastcgi_cache
      fastcgi_cache_key fastcgi_cache_lock_age fastcgi_cache_lock_timeout
      fastcgi_cache_max_range_offset fastcgi_cache_min_uses fastcgi_catch_stderr
      fastcgi_connect_timeout fastcgi_hide_header fastcgi_index fastcgi_limit_rate
      fastcgi_max_temp_file_size fastcgi_next_upstream_timeout fastcgi_next_upstream_tries
      fastcgi_pass_header fastcgi_read_timeout fastcgi_send_lowat fastcgi_send_timeout
      fastcgi_split_path_info fastcgi_store fastcgi_temp_file_write_size grpc_buffer_size
      grpc_connect_timeout grpc_hide_header grpc_next_upstream_timeout grpc_next_upstream_tries
      grpc_pass_header grpc_read_timeout grpc_send_timeout grpc_ssl_certificate
      grpc_ssl_certificate_key grpc_ssl_ciphers grpc_ssl_crl grpc_ssl_name grpc_ssl_password_file
      grpc_ssl_trusted_certificate grpc_ssl_verify_depth gzip_comp_level gzip_http_version
      gzip_min_length gzip_static hls_fragment hls_mp4_buffer_size hls_mp4_max_buffer_size
      http2_chunk_size http2_push if_modified_since image_filter_buffer image_filter_jpeg_quality
      image_filter_sharpen image_filter_webp_quality keepalive_min_timeout limit_conn_status
      limit_req_dry_run limit_req_log_level limit_req_status lingering_close lingering_time
      lingering_timeout max_ranges memcached_buffer_size memcached_connect_timeout
      memcached_gzip_flag memcached_next_upstream_timeout memcached_next_upstream_tries
      memcached_read_timeout memcached_send_timeout min_delete_depth mirror modern_browser_value
      mp4_buffer_size mp4_limit_rate mp4_limit_rate_after mp4_max_buffer_size
      open_file_cache_min_uses open_file_cache_valid postpone_output proxy_busy_buffers_size
      proxy_cache proxy_cache_key proxy_cache_lock_age proxy_cache_lock_timeout
      proxy_cache_max_range_offset proxy_cache_min_uses proxy_headers_hash_bucket_size
      proxy_headers_hash_max_size proxy_hide_header proxy_http_version proxy_limit_rate
      proxy_max_temp_file_size proxy_method proxy_pass_header proxy_read_timeout proxy_send_lowat
      proxy_send_timeout proxy_set_body proxy_store proxy_temp_file_write_size read_ahead
      real_ip_header satisfy scgi_buffer_size scgi_busy_buffers_size scgi_cache scgi_cache_key
      scgi_cache_lock_age scgi_cache_lock_timeout scgi_cache_max_range_offset scgi_cache_min_uses
      scgi_connect_timeout scgi_hide_header scgi_limit_rate scgi_max_temp_file_size
      scgi_next_upstream_timeout scgi_next_upstream_tries scgi_pass_header scgi_read_timeout
      scgi_send_timeout scgi_store scgi_temp_file_write_size secure_link secure_link_md5
      secure_link_secret send_lowat send_timeout sendfile_max_chunk server_tokens session_log
      slice ssi_min_file_chunk ssi_value_length subrequest_output_buffer_size
      types_hash_bucket_size types_hash_max_size userid userid_domain userid_expires userid_mark
      userid_name userid_p3p userid_path userid_service uwsgi_buffer_size uwsgi_busy_buffers_size
      uwsgi_cache uwsgi_cache_background_update uwsgi_cache_key uwsgi_cache_lock_age
      uwsgi_cache_lock_timeout uwsgi_cache_max_range_offset uwsgi_cache_min_uses
      uwsgi_connect_timeout uwsgi_hide_header uwsgi_limit_rate uwsgi_max_temp_file_size
      uwsgi_modifier1 uwsgi_modifier2 uwsgi_next_upstream_timeout uwsgi_next_upstream_tries
      uwsgi_pass_header uwsgi_read_timeout uwsgi_send_timeout uwsgi_ssl_certificate
      uwsgi_ssl_certificate_key uwsgi_ssl_ciphers uwsgi_ssl_crl uwsgi_ssl_name
      uwsgi_ssl_password_file uwsgi_ssl_trusted_certificate uwsgi_ssl_verify_depth uwsgi_store
      uwsgi_temp_file_write_size xml_entities
    http server location = 1+
      addition_types ancient_browser charset_types dav_methods fastcgi_cache_bypass
      fastcgi_cache_methods fastcgi_cache_purge fastcgi_cache_use_stale fastcgi_cache_valid
      fastcgi_ignore_headers fastcgi_next_upstream fastcgi_no_cache grpc_ignore_headers
      grpc_next_upstream grpc_ssl_protocols gzip_disable gzip_proxied gzip_types index
      memcached_next_upstream proxy_cache_bypass proxy_cache_methods proxy_cache_purge
      proxy_cache_use_stale proxy_cache_valid proxy_cookie_flags proxy_ignore_headers
      proxy_no_cache scgi_cache_bypass scgi_cache_methods scgi_cache_purge scgi_cache_use_stale
      scgi_cache_valid scgi_ignore_headers scgi_next_upstream scgi_no_cache ssi_types
      sub_filter_types userid_flags uwsgi_cache_bypass uwsgi_cache_methods uwsgi_cache_purge
      uwsgi_cache_use_stale uwsgi_cache_valid uwsgi_ignore_headers uwsgi_next_upstream
      uwsgi_no_cache uwsgi_ssl_protocols xslt_types
    http server location = 1,2
      disable_symlinks fastcgi_bind grpc_bind keepalive_disable memcached_bind modern_browser
      open_file_cache proxy_cookie_domain proxy_cookie_path proxy_redirect scgi_bind status_format
      uwsgi_bind
    http server location = 1,2,3
      dav_access fastcgi_store_access limit_req proxy_store_access scgi_store_access
      uwsgi_store_access
    http server location = 1,2,3,4
      client_body_temp_path fastcgi_temp_path proxy_temp_path scgi_temp_path uwsgi_temp_path
    http server location = 2
      auth_request_set fastcgi_buffers grpc_set_header grpc_ssl_conf_command gunzip_buffers
      gzip_buffers hls_buffers output_buffers proxy_buffers proxy_set_header scgi_buffers
      sub_filter uwsgi_buffers uwsgi_ssl_conf_command xslt_param xslt_string_param
    http server location = 2,3
      fastcgi_param scgi_param uwsgi_param
    http server location = on-off
      absolute_redirect aio_write autoindex autoindex_exact_size autoindex_localtime
      chunked_transfer_encoding client_body_in_single_buffer create_full_put_path etag
      fastcgi_buffering fastcgi_cache_background_update fastcgi_cache_lock
      fastcgi_cache_revalidate fastcgi_force_ranges fastcgi_ignore_client_abort
      fastcgi_intercept_errors fastcgi_keep_conn fastcgi_pass_request_body
      fastcgi_pass_request_headers fastcgi_request_buffering fastcgi_socket_keepalive
      grpc_intercept_errors grpc_socket_keepalive grpc_ssl_server_name grpc_ssl_session_reuse
      grpc_ssl_verify gunzip gzip_vary hls_forward_args http2_push_preload image_filter_interlace
      image_filter_transparency log_not_found log_subrequest memcached_force_ranges
      memcached_socket_keepalive mirror_request_body msie_padding msie_refresh
      open_file_cache_errors port_in_redirect proxy_buffering proxy_cache_background_update
      proxy_cache_convert_head proxy_cache_lock proxy_cache_revalidate proxy_force_ranges
      proxy_ignore_client_abort proxy_intercept_errors proxy_pass_request_body
      proxy_pass_request_headers proxy_request_buffering real_ip_recursive recursive_error_pages
      reset_timedout_connection scgi_buffering scgi_cache_background_update scgi_cache_lock
      scgi_cache_revalidate scgi_force_ranges scgi_ignore_client_abort scgi_intercept_errors
      scgi_pass_request_body scgi_pass_request_headers scgi_request_buffering
      scgi_socket_keepalive server_name_in_redirect ssi_last_modified ssi_silent_errors
      sub_filter_last_modified sub_filter_once tcp_nopush uwsgi_buffering uwsgi_cache_lock
      uwsgi_cache_revalidate uwsgi_force_ranges uwsgi_ignore_client_abort uwsgi_intercept_errors
      uwsgi_pass_request_body uwsgi_pass_request_headers uwsgi_request_buffering
      uwsgi_socket_keepalive uwsgi_ssl_server_name uwsgi_ssl_session_reuse uwsgi_ssl_verify
      xslt_last_modified
    http server location = 1 | mail mail.server = 1 | stream stream.server = 1 \
    | upstream stream.upstream = 1
      resolver_timeout
    http server location = 1 | stream stream.server = 1
      js_path limit_conn_dry_run limit_conn_log_level proxy_buffer_size proxy_connect_timeout
      proxy_next_upstream_timeout proxy_next_upstream_tries proxy_ssl_certificate
      proxy_ssl_certificate_key proxy_ssl_ciphers proxy_ssl_crl proxy_ssl_name
      proxy_ssl_password_file proxy_ssl_trusted_certificate proxy_ssl_verify_depth
      set_real_ip_from
    http server location = 1+ | stream stream.server = 1+
      proxy_ssl_protocols
    http server location = 1+ | stream stream.server = on-off
      proxy_next_upstream
    http server location = 1,2 | stream stream.server = 1,2
      js_var proxy_bind
    http server location = 1,2,3,4 | stream stream.server = 1,2,3,4
      open_log_file_cache
    http server location = 1,3 | stream stream.server = 1,3
      js_import
    http server location = 2 | stream stream.server = 2
      limit_conn proxy_ssl_conf_command
    http server location = 2,3 | stream stream.server = 2,3
      js_set
    http server location = on-off | stream stream.server = on-off
      proxy_socket_keepalive proxy_ssl_server_name proxy_ssl_session_reuse proxy_ssl_verify
      tcp_nodelay
    http server location = 1 | upstream = 1
      keepalive_requests keepalive_time
    http server location = 1,2 | upstream = 1
      keepalive_timeout
    http server location = 1+ | upstream = 1+ | mail mail.server = 1+ \
    | stream stream.server = 1+ | stream.upstream = 1+
      resolver
    http server location server.if location.if = on-off
      rewrite_log uninitialized_variable_warn
    http server location location.if = 1
      add_header_inherit add_trailer_inherit charset limit_rate limit_rate_after root
      source_charset
    http server location location.if = 1,2
      expires
    http server location location.if = 2+
      error_page
    http server location location.if = 2,3
      add_header add_trailer
    http server location location.if = on-off
      gzip override_charset sendfile ssi
    http server location location.if limit_except = 1+ | stream stream.server = 1+
      access_log
    http server location limit_except = 1
      auth_basic auth_basic_user_file auth_jwt_type
    http server location limit_except = 1+
      auth_jwt_require
    http server location limit_except = 1,2
      auth_jwt auth_jwt_key_file auth_jwt_key_request
    http server location limit_except = 1 | stream stream.server = 1
      allow deny
    http = 0 {} | upstream = 1+ | mail = 0 {} | stream = 0 {} | stream.upstream = 1+
      server
    server = 1+ | mail mail.server = 1 | stream.server = 1+
      server_name
    server = 1+ | mail.server = 1+ | stream.server = 1+
      listen
    server = 1 | stream.server = 1 | location = 1 | location.if = 1
      status_zone
    server location = 0,1
      stub_status
    server location = 1
      referer_hash_bucket_size referer_hash_max_size
    server location = 1+
      valid_referers
    server location = 1+ {}
      if
    server location = 1,2 {}
      location
    server location = 2+
      try_files
    server location server.if location.if = 0
      break
    server location server.if location.if = 2,3
      rewrite
    server location server.if location.if = 1,2 | stream.server = 1
      return
    server location server.if location.if = 2 | stream.server = 2
      set
    location = 0
      empty_gif f4f flv hls internal mp4 status upstream_conf
    location = 0,1
      api
    location = 1
      alias
    location = 1+
      xslt_stylesheet
    location = 1+ {}
      limit_except
    location = 1,2,3
      image_filter
    location = on-off
      random_index
    location = 0+ | stream.server = 0+
      health_check
    location location.if = 1
      fastcgi_pass grpc_pass memcached_pass scgi_pass uwsgi_pass
    location location.if limit_except = 1
      js_header_filter
    location location.if limit_except = 1,2
      js_body_filter js_content
    location location.if limit_except = 1 | stream.server = 1
      proxy_pass
    location limit_except = 1
      perl
    upstream = 0
      ip_hash ntlm
    upstream = 1+
      sticky
    upstream = 1,2
      keepalive queue
    upstream = 0 | stream.upstream = 0
      least_conn
    upstream = 0,1,2 | stream.upstream = 0,1,2
      random
    upstream = 1 | stream.upstream = 1
      state
    upstream = 1,2 | stream.upstream = 1,2
      hash least_time zone
    """
}
